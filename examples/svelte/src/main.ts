import { mount } from 'svelte';
import '../../page.css';
import './inlay';
import App from './App.svelte';

const target = document.querySelector('#root');
if (target) mount(App, { target });
