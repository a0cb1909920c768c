import { expect } from '@open-wc/testing';
import { heatSteps, stepOf, type HeatStep } from './heat-steps.js';

const spans = (steps: readonly HeatStep[]) =>
  steps.map(({ step, from, to }) => `${step}: ${from}–${to}`);

describe('heatSteps', () => {
  it('makes five steps of equal width up to the largest count', () => {
    expect(spans(heatSteps([0, 3, 145, 20], 'linear'))).to.deep.equal([
      '1: 1–29',
      '2: 30–58',
      '3: 59–87',
      '4: 88–116',
      '5: 117–145',
    ]);
  });

  it('leaves out steps into which no whole number falls', () => {
    expect(spans(heatSteps([1, 2, 3], 'linear'))).to.deep.equal(['2: 1–1', '4: 2–2', '5: 3–3']);
    expect(spans(heatSteps([1, 0], 'linear'))).to.deep.equal(['5: 1–1']);
  });

  it('measures by a maximum of the host, and takes what is above it into the last step', () => {
    expect(spans(heatSteps([4, 60], 'linear', 50))).to.deep.equal([
      '1: 1–10',
      '2: 11–20',
      '3: 21–30',
      '4: 31–40',
      '5: 41–60',
    ]);
    expect(spans(heatSteps([4], 'linear', 500))).to.deep.equal([
      '1: 1–100',
      '2: 101–200',
      '3: 201–300',
      '4: 301–400',
      '5: 401–500',
    ]);
  });

  for (const max of [0, -1, NaN]) {
    it(`passes over a maximum of ${max}`, () => {
      expect(heatSteps([5, 10], 'linear', max)).to.deep.equal(heatSteps([5, 10], 'linear'));
    });
  }

  it('puts equally many cells into each step of a quantile scale', () => {
    const counts = [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000];
    expect(spans(heatSteps(counts, 'quantile'))).to.deep.equal([
      '1: 1–2',
      '2: 3–4',
      '3: 5–6',
      '4: 7–8',
      '5: 9–1000',
    ]);
  });

  it('gives equal counts one step, and the largest the deepest', () => {
    expect(spans(heatSteps([2, 2, 2, 2, 2, 2, 9], 'quantile'))).to.deep.equal(['1: 1–2', '5: 3–9']);
    expect(spans(heatSteps([7, 7, 7], 'quantile'))).to.deep.equal(['5: 1–7']);
  });

  it('has no steps without counts', () => {
    expect(heatSteps([], 'linear')).to.deep.equal([]);
    expect(heatSteps([0, 0], 'quantile', 10)).to.deep.equal([]);
  });
});

describe('stepOf', () => {
  const steps = heatSteps([145], 'linear');

  it('finds the step whose span holds the count', () => {
    const counts = [0, 1, 29, 30, 58, 59, 116, 117, 145, 999];
    expect(counts.map((count) => stepOf(count, steps))).to.deep.equal([
      0, 1, 1, 2, 2, 3, 4, 5, 5, 5,
    ]);
  });

  it('is none without steps', () => {
    expect(stepOf(3, [])).to.equal(0);
  });
});
