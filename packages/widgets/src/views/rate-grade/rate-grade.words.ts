import { section } from '../../shared/wording.js';

export const gradesWords = section('grades', { good: 'Good', warning: 'Warning', poor: 'Poor' });
