import { bootstrapApplication } from '@angular/platform-browser';
import { asked } from '../../checks/values.js';
import { HostChecks } from './host-checks';

const define = async () => (await import('@inlay/widgets')).defineAll();

if (asked === 'late') Object.assign(window, { define });
else await define();

await bootstrapApplication(HostChecks);
