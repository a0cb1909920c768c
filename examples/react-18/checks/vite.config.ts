import { mergeConfig } from 'vite';
import host from '../vite.config';

export default mergeConfig(host, { base: './' });
