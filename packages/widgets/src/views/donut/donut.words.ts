import { section } from '../../shared/wording.js';

export const sharesWords = section('shares', { below: (share: string) => `<${share}` });
