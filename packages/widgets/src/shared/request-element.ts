import type { ComparisonKind, TimeRange } from '@inlay/sdk/contract';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Ids, RequestProperties } from './request.js';

/** An element that says what is asked for: a time range and filters. */
export abstract class RequestElement extends LitElement implements RequestProperties {
  /**
   * `today`, `yesterday`, `last_7_days`, `last_30_days`, `last_90_days`, `all_time`, or `custom`
   * with `from` and `to`. Without: the provider's, else the last 30 days.
   */
  @property({ attribute: 'time-range' }) timeRange?: TimeRange | undefined;
  /** First local date of a custom range, `YYYY-MM-DD`. */
  @property() from?: string | undefined;
  /** Last local date of a custom range, included. */
  @property() to?: string | undefined;
  /**
   * Only of these phones: ids separated by spaces or commas, or an array. Given but empty, nothing
   * is asked: the page has yet to learn the id. The same holds for the other filters.
   */
  @property({ attribute: 'phone-id' }) phoneId?: Ids;
  /** Only of these members. */
  @property({ attribute: 'member-id' }) memberId?: Ids;
  /** Only of the members of these teams. */
  @property({ attribute: 'team-id' }) teamId?: Ids;
  /** Only with these contacts. */
  @property({ attribute: 'contact-id' }) contactId?: Ids;
  /**
   * What headline numbers are compared with: `previous_period` (as many dates just before) or
   * `previous_year`. All time is compared with nothing. On a provider, so that elements go on sharing
   * their requests.
   */
  @property() compare?: ComparisonKind | undefined;
}
