import { mount } from 'svelte';
import { asked } from '../../checks/values.js';
import Checks from './Checks.svelte';

const define = async () => (await import('@inlay/widgets')).defineAll();

if (asked === 'late') Object.assign(window, { define });
else await define();

const target = document.querySelector('main');
if (target) mount(Checks, { target });
