import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { CallRow } from '@inlay/sdk/contract';
import { sendKeys } from '@web/test-runner-commands';
import { expectAccessible } from '../testing/axe.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled, States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import { tone } from '../testing/tone.js';
import './define.js';
import type { CallNavigation, RecentCalls } from './recent-calls.js';

/** Says where recordings are as the test wants it, and remembers what it was asked. */
class RecordingClient extends ScriptedClient {
  readonly asked: CallRow[] = [];
  signal: AbortSignal | undefined;
  find: () => Promise<string | null> = async () => null;

  override async resolveRecording(
    call: CallRow,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<string | null> {
    this.asked.push(call);
    this.signal = signal;
    return this.find();
  }
}

describe('<recent-calls>', () => {
  atFixtureTime();
  const states = new States<RecentCalls>('recent-calls', { ready: statsAnswer, empty: emptyStats });
  let recording: string;

  before(() => {
    recording = URL.createObjectURL(tone(96));
  });

  after(() => URL.revokeObjectURL(recording));

  const cellsOf = (row: Element, text: (cell: Element) => string) =>
    [...row.querySelectorAll('[role=rowheader], [role=cell]')].map((cell) => {
      const copy = cell.cloneNode(true) as Element;
      copy.querySelector('.cell-label')?.remove();
      return text(copy);
    });
  const rowOf = (element: Element, index: number) => partsOf(element, 'row')[index] as HTMLElement;
  const playsOf = (element: Element) => partsOf(element, 'play');
  const play = (element: Element, index: number) => playsOf(element)[index] as HTMLElement;
  const sliderOf = (element: Element) => partOf(element, 'slider') as HTMLInputElement;

  const audioOf = (element: Element) => element.shadowRoot?.querySelector('audio') ?? undefined;
  const press = async (element: RecentCalls, button: HTMLElement) => {
    button.focus();
    await sendKeys({ press: 'Enter' });
    // The player is fetched when a recording is first wanted.
    await import('../on-demand.js');
    await settled(element);
  };

  async function shown(
    client = new RecordingClient(),
    answer = statsAnswer,
  ): Promise<{ element: RecentCalls; client: RecordingClient }> {
    const element = await states.loading({}, client);
    await client.last.answer(answer);
    await settled(element);
    return { element, client };
  }

  /** Presses Play with a real key and waits until it is heard. */
  async function playing(index = 0, client = new RecordingClient()) {
    client.find = async () => recording;
    const { element } = await shown(client);
    await press(element, play(element, index));
    const audio = audioOf(element);
    if (!audio) throw new Error('Nothing to play');
    // The state of the audio runs ahead of its events, by which the player learns the length.
    const knowsLength = () => sliderOf(element).max === '96';
    await waitUntil(knowsLength, 'The player does not show the length of the recording');
    return { element, client, audio };
  }

  describe('the table', () => {
    it('tells of each call: contact, direction, status, member, duration, when', async () => {
      const element = await states.ready();
      const rows = partsOf(element, 'row').map((row) => cellsOf(row, seenText).slice(0, 7));
      expect(rows.slice(0, 5)).to.deep.equal(
        [
          'Harbour Dental|Inbound|In progress|Front desk|Amélie Laurent|–|3 min ago',
          'Northwind Logistics|Outbound|Completed · Meeting booked|Front desk|Jonas Weber|6 min 52 s|14 min ago',
          'Ines Okafor|Inbound|Completed|Front desk|Priya Raman|1 min 36 s|27 min ago',
          'Unknown contact|Inbound|No answer|Front desk|–|–|32 min ago',
          'Studio Kestrel|Outbound|Voicemail · Left a message|Sales Berlin|Amélie Laurent|31 s|55 min ago',
        ].map((row) => row.split('|')),
      );
      expect(rows).to.have.length(10);
      expect(rows.map((row) => row[2]?.split(' ·')[0])).to.deep.equal(
        'In progress,Completed,Completed,No answer,Voicemail,Completed,Busy,Completed,Failed,Completed'.split(
          ',',
        ),
      );
    });

    it('reads durations as words, and why there is none', async () => {
      const element = await states.ready();
      expect(cellsOf(rowOf(element, 1), heardText)[5]).to.equal('6 minutes 52 seconds');
      expect(cellsOf(rowOf(element, 0), heardText)[5]).to.equal('Never connected');
      expect(cellsOf(rowOf(element, 9), heardText)[5]).to.equal('0 seconds');
    });

    it('has an icon beside every direction and status', async () => {
      const element = await states.ready();
      for (const row of partsOf(element, 'row')) {
        expect(row.querySelectorAll('.way > svg, .badge > svg')).to.have.length(2);
      }
      const shapes = partsOf(element, 'status-badge').map((badge) =>
        [...badge.querySelectorAll('path')].map((path) => path.getAttribute('d')).join(),
      );
      expect(new Set(shapes).size).to.equal(6);
    });

    it('has the exact time in the organization’s zone', async () => {
      const time = rowOf(await states.ready(), 0).querySelector('time') as HTMLTimeElement;
      expect([time.dateTime, time.title]).to.deep.equal([
        '2026-11-20T13:02:00.000Z',
        'Fri, 20 Nov 2026, 14:02 CET',
      ]);
    });

    it('has columns with headers', async () => {
      const element = await states.ready();
      const headers = [...partOf(element, 'table').querySelectorAll('[role=columnheader]')];
      expect(
        headers.map((header) => heardText(header.querySelector('.long') as Element)),
      ).to.deep.equal('Contact,Direction,Status,Phone,Member,Duration,When,Recording'.split(','));
      expect(partOf(element, 'table').ariaLabel).to.equal('Recent calls');
    });

    it('shows as many rows as the host wants, at most ten', async () => {
      const element = await states.ready();
      element.rows = 4;
      await element.updateComplete;
      expect(partsOf(element, 'row')).to.have.length(4);
      element.rows = 99;
      await element.updateComplete;
      expect(partsOf(element, 'row')).to.have.length(10);
    });

    it('keeps the room of ten rows when there are fewer', async () => {
      for (const width of [1000, 320]) {
        const { height } = (await states.ready({ width })).getBoundingClientRect();
        const data = { ...statsAnswer, recent_calls: statsAnswer.recent_calls.slice(0, 2) };
        const element = await states.with({ data }, { width });
        expect(element.getBoundingClientRect().height).to.equal(height);
      }
    });

    it('has its columns where the skeleton had them', async () => {
      const edgesOf = (element: Element) =>
        [...(element.shadowRoot?.querySelectorAll('thead') ?? [])].map((head) =>
          [...(head.firstElementChild?.children ?? [])].map(
            (cell) => cell.getBoundingClientRect().right,
          ),
        );
      for (const width of [1280, 1000, 768]) {
        const [ghost, table] = edgesOf(await states.ready({ width }));
        expect(table, `${width} px`).to.deep.equal(ghost);
        expect(edgesOf(await states.loading({ width }))[0]).to.deep.equal(ghost);
      }
    });

    it('takes two lines a row where it is narrow', async () => {
      for (const [width, lines] of [
        [1000, 1],
        [720, 1],
        [719, 2],
        [320, 2],
      ] as const) {
        const element = await states.ready({ width });
        const row = rowOf(element, 1);
        const boxes = [...row.children].map((cell) => cell.getBoundingClientRect());
        const tops = boxes
          .filter(({ height }) => height > 0)
          .map(({ top, height }) => Math.round((top + height / 2) / 8));
        expect(new Set(tops).size, `${width} px`).to.equal(lines);
        expect(row.getBoundingClientRect().height).to.be.at.most(lines === 1 ? 38 : 58);
      }
    });

    it('shows the same calls as a table for a file', async () => {
      const rows = await tableOf(await states.ready());
      expect(rows.slice(0, 3)).to.deep.equal([
        ['Contact', 'Started', 'Direction', 'Status', 'Outcome', 'Member', 'Phone', 'Duration (s)'],
        [
          'Harbour Dental',
          'Fri, 20 Nov 2026, 14:02 CET',
          'Inbound',
          'In progress',
          '–',
          'Amélie Laurent',
          'Front desk',
          '–',
        ],
        [
          'Northwind Logistics',
          'Fri, 20 Nov 2026, 13:51 CET',
          'Outbound',
          'Completed',
          'Meeting booked',
          'Jonas Weber',
          'Front desk',
          '412',
        ],
      ]);
      expect(rows).to.have.length(11);
    });
  });

  describe('links', () => {
    const linked = () =>
      states.ready({
        attributes: { 'contact-href': '/contacts/{id}', 'call-href': '/c/{contact_id}/calls/{id}' },
      });

    it('lead to contacts and calls by the host’s templates', async () => {
      const element = await linked();
      const hrefs = (part: string) =>
        partsOf(element, part).map((link) => link.getAttribute('href'));
      expect(hrefs('contact-link').slice(0, 3)).to.deep.equal([
        '/contacts/c-204',
        '/contacts/c-118',
        '/contacts/c-090',
      ]);
      expect(hrefs('contact-link')).to.have.length(9);
      expect(hrefs('call-link')[0]).to.equal('/c/c-204/calls/call-1302');
      expect(heardText(partsOf(element, 'call-link')[0] as Element)).to.equal(
        '3 min ago, Call with Harbour Dental',
      );
    });

    it('are none without templates, nor of templates that would run code', async () => {
      expect(partsOf(await states.ready(), 'contact-link')).to.have.length(0);
      const element = await states.ready({ attributes: { 'contact-href': 'javascript:x({id})' } });
      expect(partsOf(element, 'contact-link')).to.have.length(0);
    });

    it('are announced, and the host may follow them by itself', async () => {
      const element = await linked();
      let followed: boolean | undefined;
      element.addEventListener('inlay-navigate', (event) => event.preventDefault());
      element.addEventListener('click', (event) => (followed = !event.defaultPrevented));
      const fired = oneEvent(document.body, 'inlay-navigate');
      partsOf(element, 'call-link')[1]?.click();
      const { detail } = (await fired) as CustomEvent<CallNavigation>;
      expect(detail).to.deep.equal({
        target: 'call',
        href: '/c/c-118/calls/call-1251',
        id: 'call-1251',
      });
      expect(followed).to.equal(false);
    });
  });

  describe('a recording', () => {
    it('is neither asked for nor loaded before Play', async () => {
      const { element, client } = await shown();
      expect(playsOf(element).map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
        'Play recording, Northwind Logistics, 14 min ago',
        'Play recording, Ines Okafor, 27 min ago',
        'Play recording, Tomás Brandão, 1 hr ago',
      ]);
      expect(client.asked).to.deep.equal([]);
      expect(audioOf(element)).to.equal(undefined);
      expect(element.shadowRoot?.querySelector('[src]')).to.equal(null);
      expect(cellsOf(rowOf(element, 0), heardText)[7]).to.equal('No recording');
    });

    it('is asked of the client on Play, and plays', async () => {
      const { element, client, audio } = await playing();
      expect(client.asked.map(({ id }) => id)).to.deep.equal(['call-1251']);
      expect(audio.src).to.equal(recording);
      expect(audio.paused).to.equal(false);
      expect(play(element, 0).ariaLabel).to.equal(
        'Pause recording, Northwind Logistics, 14 min ago',
      );
      expect(play(element, 0).ariaExpanded).to.equal('true');
      expect(partOf(element, 'player').ariaLabel).to.equal('Recording, Northwind Logistics');
    });

    it('pauses and goes on without being asked for again', async () => {
      const { element, client, audio } = await playing();
      const paused = oneEvent(audio, 'pause');
      await press(element, play(element, 0));
      await paused;
      await element.updateComplete;
      expect(play(element, 0).ariaLabel).to.match(/^Play recording/);
      await press(element, play(element, 0));
      expect(audio.paused).to.equal(false);
      expect(client.asked).to.have.length(1);
    });

    it('is sought by the slider’s keys, which tell position and length', async () => {
      const { element, audio } = await playing();
      audio.pause();
      const slider = sliderOf(element);
      expect([slider.max, slider.ariaLabel]).to.deep.equal(['96', 'Position']);
      slider.focus();
      await sendKeys({ press: 'End' });
      await element.updateComplete;
      expect(audio.currentTime).to.equal(96);
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: 'ArrowRight' });
      await element.updateComplete;
      expect(audio.currentTime).to.equal(1);
      expect(slider.getAttribute('aria-valuetext')).to.equal('0:01 of 1:36');
    });

    it('gives way to another one of the table', async () => {
      const { element, client, audio } = await playing();
      await press(element, play(element, 1));
      expect(client.asked.map(({ id }) => id)).to.deep.equal(['call-1251', 'call-1238']);
      expect(audio.paused).to.equal(true);
      expect(audio.hasAttribute('src')).to.equal(false);
      expect(partsOf(element, 'player')).to.have.length(1);
      expect(audioOf(element)?.paused).to.equal(false);
    });

    it('gives way to one of another table of the page', async () => {
      const first = await playing();
      const paused = oneEvent(first.audio, 'pause');
      const second = await playing();
      await paused;
      expect(first.audio.paused).to.equal(true);
      expect(second.audio.paused).to.equal(false);
    });

    it('opens over the whole row and moves no column', async () => {
      const { element } = await shown();
      const widths = () =>
        [...rowOf(element, 2).children].map((cell) => cell.getBoundingClientRect().width);
      const before = widths();
      await press(element, play(element, 0));
      expect(widths()).to.deep.equal(before);
      const [player, table] = [partOf(element, 'player'), partOf(element, 'table')];
      expect(player.getBoundingClientRect().width).to.equal(table.getBoundingClientRect().width);
    });

    it('closes, and the focus goes back to Play', async () => {
      const { element, audio } = await playing();
      await press(element, partOf(element, 'close-player'));
      expect(hasPart(element, 'player')).to.equal(false);
      expect(audio.paused).to.equal(true);
      expect(play(element, 0).matches(':focus')).to.equal(true);
    });

    it('is silent once the element is gone, and given up while it is looked for', async () => {
      const { element, audio } = await playing();
      element.remove();
      expect(audio.paused).to.equal(true);
      expect(audio.hasAttribute('src')).to.equal(false);
      const client = new RecordingClient();
      client.find = () => new Promise(() => {});
      const waiting = await shown(client);
      await press(waiting.element, play(waiting.element, 0));
      expect(seenText(partOf(waiting.element, 'player'))).to.equal('Fetching the recording …');
      waiting.element.remove();
      expect(client.signal?.aborted).to.equal(true);
    });

    it('is silent for another reader', async () => {
      const { element, client, audio } = await playing();
      client.changeIdentity();
      await settled(element);
      expect(audio.paused).to.equal(true);
      expect(audio.hasAttribute('src')).to.equal(false);
    });

    it('plays on when the table is refreshed, while its call is in it', async () => {
      const { element, client, audio } = await playing();
      const [first, ...others] = statsAnswer.recent_calls;
      if (!first) throw new Error('The fixture is empty');
      const newer = { ...first, id: 'call-new', started_at: '2026-11-20T13:04:30.000Z' };
      const refreshed = element.refresh();
      await client.last.answer({ ...statsAnswer, recent_calls: [newer, first, ...others] });
      await refreshed;
      expect(audio.paused).to.equal(false);
      expect(audio.isConnected).to.equal(true);
      const again = element.refresh();
      await client.last.answer({ ...statsAnswer, recent_calls: [newer] });
      await again;
      expect(audio.paused).to.equal(true);
    });

    it('says that there is none any more', async () => {
      const { element } = await shown();
      await press(element, play(element, 0));
      expect(seenText(partOf(element, 'player-error'))).to.equal(
        'There is no recording of this call any more.',
      );
      expect(partOf(element, 'player-error').role).to.equal('alert');
    });

    it('says that it could not be fetched, and tries again', async () => {
      const client = new RecordingClient();
      client.find = () => Promise.reject(new Error('storage is down'));
      const { element } = await shown(client);
      await press(element, play(element, 0));
      expect(seenText(partOf(element, 'player-error'))).to.equal(
        'The recording couldn’t be fetched.',
      );
      client.find = async () => recording;
      await press(element, partOf(element, 'player-retry'));
      expect(hasPart(element, 'player-error')).to.equal(false);
      expect(audioOf(element)?.src).to.equal(recording);
      expect(client.asked).to.have.length(2);
    });

    it('says that it cannot be played', async () => {
      const client = new RecordingClient();
      const noise = URL.createObjectURL(new Blob(['no sound'], { type: 'audio/wav' }));
      client.find = async () => noise;
      const { element } = await shown(client);
      await press(element, play(element, 0));
      await waitUntil(() => hasPart(element, 'player-error'), 'no error is told');
      expect(seenText(partOf(element, 'player-error'))).to.equal(
        'The recording can’t be played here.',
      );
      URL.revokeObjectURL(noise);
    });

    it('of a host’s own data is what the call says, if it is a URL of the web', async () => {
      const [first] = statsAnswer.recent_calls;
      if (!first) throw new Error('The fixture is empty');
      const data = {
        ...statsAnswer,
        recent_calls: [{ ...first, recording_url: 'file:///etc/passwd' }],
      };
      const element = await states.with({ data });
      await press(element, play(element, 0));
      expect(seenText(partOf(element, 'player-error'))).to.equal(
        'There is no recording of this call any more.',
      );
      expect(audioOf(element)).to.equal(undefined);
    });

    it('is accessible while it plays and when it fails', async () => {
      const { element } = await playing();
      await expectAccessible(element);
      const failed = await shown();
      await press(failed.element, play(failed.element, 0));
      await expectAccessible(failed.element);
    });
  });

  itHasSixStates(states, {
    slice: 'stats',
    widths: [1280, 768, 560, 320],
    empty: 'No calls in the last 30 days. Try a longer range.',
  });
});
