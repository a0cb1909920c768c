import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../page.css';
import { App } from './App';

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
