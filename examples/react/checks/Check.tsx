import { useState } from 'react';
import { checks } from './checks';

/** One check, and the button by which its state goes on. */
export function Check({ name }: { name: string }) {
  const [step, setStep] = useState(0);
  return (
    <>
      {checks[name]?.(step)}
      <button id="next" onClick={() => setStep(step + 1)}>
        Next
      </button>
    </>
  );
}
