import { useEffect, useState } from 'react';
import { components } from './components';
import { tags } from './tags';
import { throughRef } from './through-ref';

const ways = { '': components, tags, ref: throughRef };

/** What a page is asked for: a check, and the way in which it is written. */
export interface Asked {
  name: string;
  way: string;
}

/** One check, and the button by which its state goes on. */
export function Check({ name, way }: Asked) {
  const [step, setStep] = useState(0);
  useEffect(() => {
    Object.assign(window, { takenOver: true });
  }, []);
  return (
    <>
      {ways[way as keyof typeof ways][name]?.(step)}
      <button id="next" onClick={() => setStep(step + 1)}>
        Next
      </button>
    </>
  );
}
