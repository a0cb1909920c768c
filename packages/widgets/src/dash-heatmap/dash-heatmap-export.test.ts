import { expect } from '@open-wc/testing';
import { downloadOf } from '../testing/downloads.js';
import { emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { chooseInMenu } from '../testing/menu.js';
import { States } from '../testing/states.js';
import { atFixtureTime, tableOf } from '../testing/suite.js';
import './define.js';
import type { DashHeatmap } from './dash-heatmap.js';

const states = new States<DashHeatmap>('dash-heatmap', { ready: statsAnswer, empty: emptyStats });
const hours = statsAnswer.call_heatmap;

describe('<dash-heatmap> gives its numbers', () => {
  atFixtureTime();

  it('as a table of every hour of the week', async () => {
    const [head, ...rows] = await tableOf(await states.ready());
    expect(head).to.deep.equal(['Weekday', 'Hour', 'Number of calls']);
    expect(rows).to.have.length(168);
    expect(rows.slice(8, 11)).to.deep.equal([
      ['Monday', '08:00', String(hours[8]?.count)],
      ['Monday', '09:00', String(hours[9]?.count)],
      ['Monday', '10:00', String(hours[10]?.count)],
    ]);
    expect(rows.at(-1)?.slice(0, 2)).to.deep.equal(['Sunday', '23:00']);
  });

  it('as CSV that adds up to the calls', async () => {
    const element = await states.ready();
    const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-csv'));
    expect(name).to.equal('calls-by-hour_2026-10-22_2026-11-20.csv');
    const [head, ...lines] = (await file.text()).trimEnd().split('\r\n');
    expect(head).to.equal('From,To,Time zone,Scope,Weekday (1 = Monday),Hour,Number of calls');
    expect(lines[9]).to.equal(
      `2026-10-22,2026-11-20,Europe/Berlin,Organization,1,9,${hours[9]?.count}`,
    );
    const total = lines.reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0);
    expect(total).to.equal(statsAnswer.total_calls);
  });

  it('of the host’s own as CSV without range, zone and scope; what is unknown is empty', async () => {
    const cells = [{ day: 1, hour: 0, count: 3 }];
    const element = await states.with({ cells, itemLabel: 'visits' });
    const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-csv'));
    expect(name).to.equal('calls-by-hour.csv');
    expect((await file.text()).split('\r\n').slice(0, 3)).to.deep.equal([
      'Weekday (1 = Monday),Hour,Number of visits',
      '1,0,3',
      '1,1,',
    ]);
  });
});
