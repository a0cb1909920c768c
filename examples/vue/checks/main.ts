import { createApp } from 'vue';
import { asked } from '../../checks/values.js';
import Checks from './Checks.vue';

const define = async () => (await import('@inlay/widgets')).defineAll();

if (asked === 'late') Object.assign(window, { define });
else await define();

createApp(Checks).mount('main');
