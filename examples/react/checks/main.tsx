import '@inlay/widgets/types/react';
import { version } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import '../../page.css';
import { asked, way } from '../../checks/values.js';
import { Check } from './Check';

Object.assign(window, { drawnBy: version });

/** Tags need elements that are defined; a component defines its own when it is first drawn. */
const define = async () => {
  if (way) (await import('@inlay/widgets')).defineAll();
};

if (asked === 'late') Object.assign(window, { define });
else await define();

const check = <Check name={asked} way={way} />;
const main = document.querySelector('main');
if (main?.firstChild) hydrateRoot(main, check);
else if (main) createRoot(main).render(check);
