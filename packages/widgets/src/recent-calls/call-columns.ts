import type { CallRow } from '@inlay/sdk/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDuration, spokenDuration } from '../shared/format.js';
import { contactName } from '../shared/people.js';
import { recentCallsWords } from './recent-calls.words.js';
import { directionsWords } from '../shared/calls.words.js';
import { ago } from '../views/ago/ago.js';
import { directionIcon } from '../views/channel-icon/channel-icon.js';
import type { Column } from '../views/data-table/data-table.js';
import { statusBadge } from '../views/status-badge/status-badge.js';

/** How the cells are made that lead somewhere or do something. */
export interface CallCells {
  readonly contact: (call: CallRow, name: string) => unknown;
  readonly when: (call: CallRow, time: TemplateResult) => unknown;
  readonly recording: (call: CallRow) => unknown;
}

/** The columns of the table of calls. */
export function callColumns(
  { contact, when, recording }: CallCells,
  timeZone: string,
  locale: string,
): Column<CallRow>[] {
  const text = recentCallsWords();
  return [
    {
      key: 'contact',
      label: text.contact,
      cell: (call) => contact(call, contactName(call)),
      title: contactName,
    },
    { key: 'direction', label: text.direction, place: 'direction', cell: direction },
    {
      key: 'status',
      label: text.status,
      place: 'state',
      cell: ({ status, outcome }) => html`${statusBadge(status)}${outcomeOf(outcome)}`,
    },
    {
      key: 'phone',
      label: text.phone,
      place: 'phone',
      cell: ({ phone_label }) => ownName(phone_label),
    },
    {
      key: 'member',
      label: text.member,
      place: 'member',
      cell: ({ member_name }) => ownName(member_name),
    },
    {
      key: 'duration',
      label: text.duration,
      align: 'end',
      place: 'last',
      cell: (call) => duration(call, locale),
    },
    {
      key: 'when',
      label: text.when,
      align: 'end',
      place: 'lead',
      cell: (call) => when(call, ago(call.started_at, timeZone, locale)),
    },
    {
      key: 'recording',
      label: text.recording,
      align: 'end',
      place: 'recording',
      cell: recording,
    },
  ];
}

/** "· Meeting booked" */
function outcomeOf(outcome: string | null): unknown {
  if (!outcome) return nothing;
  return html`<span class="outcome" title=${outcome}> · <bdi>${outcome}</bdi></span>`;
}

function ownName(name: string | null): TemplateResult {
  return html`<span class="own-name" title=${name ?? ''}><bdi>${name ?? '–'}</bdi></span>`;
}

function direction({ direction }: CallRow): TemplateResult {
  return html`<span class="way"
    >${directionIcon(direction)}<span class="way-word">${directionsWords()[direction]}</span></span
  >`;
}

function duration({ duration_secs: secs }: CallRow, locale: string): TemplateResult {
  if (secs === null) {
    const { notConnected } = recentCallsWords();
    return html`<span aria-hidden="true" title=${notConnected}>–</span
      ><span class="visually-hidden">${notConnected}</span>`;
  }
  const spoken = spokenDuration(secs, locale);
  return html`<bdi title=${spoken} aria-hidden="true">${formatDuration(secs, locale)}</bdi
    ><span class="visually-hidden">${spoken}</span>`;
}
