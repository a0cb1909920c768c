import { expect } from '@open-wc/testing';
import { downloadOf } from '../testing/downloads.js';
import { emptyMessaging, smallMessaging } from '../testing/fixtures/messaging-stats.js';
import { chooseInMenu } from '../testing/menu.js';
import { States } from '../testing/states.js';
import { atFixtureTime, tableOf } from '../testing/suite.js';
import './define.js';
import type { ResponseInsights } from './response-insights.js';

const states = new States<ResponseInsights>('response-insights', {
  ready: smallMessaging,
  empty: emptyMessaging,
});

describe('<response-insights> gives its numbers', () => {
  atFixtureTime();

  it('as a table of phones', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Phone', 'Answered', 'Unanswered', 'Avg. response', 'Response rate'],
      ['Front desk', '148', '12', '4 min 25 s', '92.5%'],
      ['Sales Berlin', '61', '22', '32 min 14 s', '73.5%'],
    ]);
  });

  it('as CSV of the hours, which add up to the unanswered', async () => {
    const element = await states.ready();
    const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-csv', 1));
    expect(name).to.equal('unanswered-by-hour_2026-10-22_2026-11-20.csv');
    const [head, ...lines] = (await file.text()).trim().split('\r\n');
    expect(head).to.equal('From,To,Time zone,Scope,Hour,Unanswered');
    expect(lines).to.have.length(24);
    expect(lines[9]).to.match(/^2026-10-22,2026-11-20,Europe\/Berlin,Organization,9,\d+$/);
    const counts = lines.map((line) => Number(line.split(',').at(-1)));
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(
      smallMessaging.response_insights.unanswered_count,
    );
  });

  it('as CSV, in seconds and percent, a label that is a formula disarmed', async () => {
    const [phone] = smallMessaging.response_insights.by_phone;
    const data = structuredClone(smallMessaging);
    data.response_insights.by_phone = [
      { ...phone, phone_label: '=HYPERLINK("http://evil.example")' },
      { ...phone, phone_label: '+4930901820', avg_response_time_secs: null },
    ] as typeof data.response_insights.by_phone;
    const element = await states.with({ data });
    const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-csv'));
    expect(name).to.equal('response-times_2026-10-22_2026-11-20.csv');
    const about = '2026-10-22,2026-11-20,Europe/Berlin,Organization';
    expect((await file.text()).split('\r\n')).to.deep.equal([
      'From,To,Time zone,Scope,Phone,Answered,Unanswered,Avg. response (s),Response rate (%)',
      `${about},"'=HYPERLINK(""http://evil.example"")",148,12,264.5,92.5`,
      `${about},+4930901820,148,12,,92.5`,
      '',
    ]);
  });
});
