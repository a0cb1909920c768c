import { bootstrapApplication } from '@angular/platform-browser';
import './inlay';
import { App } from './app';

await bootstrapApplication(App);
