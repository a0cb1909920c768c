import type { ComparisonKind, TimeRange } from '@inlay/sdk/contract';
import { LitElement, type PropertyDeclarations } from 'lit';
import type { Ids, RequestProperties } from './request.js';

/** An element that says what is asked for: a time range and filters. */
export abstract class RequestElement extends LitElement implements RequestProperties {
  static override properties: PropertyDeclarations = {
    timeRange: { attribute: 'time-range' },
    from: {},
    to: {},
    phoneId: { attribute: 'phone-id' },
    memberId: { attribute: 'member-id' },
    teamId: { attribute: 'team-id' },
    contactId: { attribute: 'contact-id' },
    compare: {},
  };

  /**
   * `today`, `yesterday`, `last_7_days`, `last_30_days`, `last_90_days`, `all_time`, or `custom`
   * with `from` and `to`. Without: the provider's, else the last 30 days.
   */
  timeRange?: TimeRange | undefined;
  /** First local date of a custom range, `YYYY-MM-DD`. */
  from?: string | undefined;
  /** Last local date of a custom range, included. */
  to?: string | undefined;
  /**
   * Only of these phones: ids separated by spaces or commas, or an array. Given but empty, nothing
   * is asked: the page has yet to learn the id. The same holds for the other filters.
   */
  phoneId?: Ids;
  /** Only of these members. */
  memberId?: Ids;
  /** Only of the members of these teams. */
  teamId?: Ids;
  /** Only with these contacts. */
  contactId?: Ids;
  /**
   * What headline numbers are compared with: `previous_period` (as many dates just before) or
   * `previous_year`. All time is compared with nothing. On a provider, so that elements go on sharing
   * their requests.
   */
  compare?: ComparisonKind | undefined;
}
