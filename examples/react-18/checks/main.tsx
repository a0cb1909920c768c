import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { asked } from '../../checks/values.js';
import { checks } from './checks';

function Check() {
  const [step, setStep] = useState(0);
  const draw = checks[asked];
  return (
    <>
      {draw?.(step)}
      <button id="next" onClick={() => setStep(step + 1)}>
        Next
      </button>
    </>
  );
}

// A component defines its element when it is first drawn.
if (asked === 'late') Object.assign(window, { define() {} });

const main = document.querySelector('main');
if (main) createRoot(main).render(<Check />);
