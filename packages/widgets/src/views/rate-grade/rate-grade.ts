import { html, svg, type TemplateResult } from 'lit';
import { gradesWords } from './rate-grade.words.js';
import type { RateGrade } from './grade-rate.js';

/** Told apart by shape as well: a check in a circle, a triangle, a cross in an octagon. */
const shapes = {
  good: svg`<circle cx="8" cy="8" r="6.25"></circle><path d="m5.25 8.25 2 2 3.5-4"></path>`,
  warning: svg`<path d="M8 2.2 14.3 13.3H1.7Z"></path><path d="M8 6.5v3M8 11.4v.1"></path>`,
  poor: svg`<path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4Z"></path>
    <path d="m6 6 4 4m0-4-4 4"></path>`,
};

/** A grade as icon and word, in its colour. */
export function rateGrade(grade: RateGrade): TemplateResult {
  return html`<span class="grade ${grade}" part="grade grade-${grade}">
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shapes[grade]}</svg
    ><span class="grade-word">${gradesWords()[grade]}</span>
  </span>`;
}
