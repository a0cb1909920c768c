import { expect } from '@open-wc/testing';
import { downloadOf } from '../testing/downloads.js';
import { emptyEngagement, engagementAnswer } from '../testing/fixtures/engagement-stats.js';
import { chooseInMenu } from '../testing/menu.js';
import { States } from '../testing/states.js';
import { atFixtureTime, tableOf } from '../testing/suite.js';
import './define.js';
import type { ChannelDonut } from './channel-donut.js';

const states = new States<ChannelDonut>('channel-donut', {
  ready: engagementAnswer,
  empty: emptyEngagement,
});

describe('<channel-donut> gives its numbers', () => {
  atFixtureTime();

  it('as a table', async () => {
    expect(await tableOf(await states.ready())).to.deep.equal([
      ['Channel', 'Calls and messages', 'Share'],
      ['Calls', '1,204', '36.7%'],
      ['SMS', '1,433', '43.6%'],
      ['Email', '612', '18.6%'],
      ['Other', '37', '1.1%'],
    ]);
  });

  it('as CSV', async () => {
    const element = await states.ready();
    const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-csv'));
    expect(name).to.equal('channels_2026-10-22_2026-11-20.csv');
    const about = '2026-10-22,2026-11-20,Europe/Berlin,Organization';
    expect((await file.text()).split('\r\n')).to.deep.equal([
      'From,To,Time zone,Scope,Channel,Calls and messages,Share (%)',
      `${about},Calls,1204,36.7`,
      `${about},SMS,1433,43.6`,
      `${about},Email,612,18.6`,
      `${about},Other,37,1.1`,
      '',
    ]);
  });
});
