import { createApp } from 'vue';
import '../../page.css';
import './inlay';
import App from './App.vue';

createApp(App).mount('#root');
