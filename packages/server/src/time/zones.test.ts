import { describe, expect, it } from 'vitest';
import { isTimeZone } from './zones.js';

describe('isTimeZone', () => {
  it.each([
    ...[
      'UTC',
      'GMT',
      'EST5EDT',
      'NZ-CHAT',
      'W-SU',
      'Etc/UTC',
      'Etc/GMT',
      'Etc/GMT+2',
      'Etc/GMT-14',
    ],
    ...['Europe/Berlin', 'Asia/Calcutta', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Katmandu'],
    ...['Europe/Kiev', 'Europe/Kyiv', 'US/Indiana-Starke', 'America/Indiana/Knox'],
    ...['America/Knox_IN', 'America/Port-au-Prince', 'Africa/Dar_es_Salaam', 'Europe/Isle_of_Man'],
    ...['Antarctica/DumontDUrville', 'Antarctica/McMurdo', 'America/Argentina/ComodRivadavia'],
    ...['Australia/LHI', 'Australia/NSW', 'Australia/ACT', 'Brazil/DeNoronha', 'Mexico/BajaSur'],
  ])('accepts %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    ...['', ' ', 'Z', '+02:00', '-0530', 'GMT+2', 'UTC+2', 'GMT+02:00', '2', 'local'],
    ...['europe/berlin', 'EUROPE/BERLIN', 'Europe/berlin', 'Europe/BERLIN', 'utc', 'asia/calcutta'],
    ...[
      'Asia/CALCUTTA',
      'Europe/Berlin ',
      '\nEurope/Berlin',
      'Europe/Berlin\n',
      'Europe/',
      'Europe',
    ],
    ...['Europe/Atlantis', 'Etc/Unknown', 'Etc/GMT+15', 'PST', 'IST', 'CST', 'constructor'],
    ...['Europe/Berlin/Mitte', 'Europe/Berlin[u-ca=gregory]', 'SystemV/PST8'],
  ])('refuses %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it('accepts every zone that the runtime lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isTimeZone(name))).toEqual([]);
  });
});
