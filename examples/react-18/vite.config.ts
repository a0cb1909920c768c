import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The sources are those of `../react`; what they import is this folder's. */
const dedupe = ['react', 'react-dom', '@inlay/sdk', '@inlay/widgets'];

export default defineConfig({ plugins: [react()], resolve: { dedupe } });
