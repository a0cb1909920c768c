import { expect, fixture } from '@open-wc/testing';
import { heatLegend } from './heat-legend.js';
import { heatSteps } from './heat-steps.js';

it('writes every count of the legend in the digits of the language', async () => {
  const steps = heatSteps([0, 10], 'linear');
  const legend = await fixture(heatLegend(steps, 'linear', 'rgb(239 68 68)', 'ar-EG'));
  const counts = [...legend.querySelectorAll('li > span:nth-child(2)')];
  expect(counts.map(({ textContent }) => textContent)).to.deep.equal([
    '٠',
    '١–٢',
    '٣–٤',
    '٥–٦',
    '٧–٨',
    '٩–١٠',
  ]);
});
