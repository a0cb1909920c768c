import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { ActivityNavigation, HourSelection, RangeChange, StatsProvider } from '@inlay/widgets';
import { getToken } from './stats-token';
import { ThemeSelect } from './theme-select';

@Component({
  selector: 'app-root',
  imports: [ThemeSelect],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './app.html',
})
export class App {
  readonly getToken = getToken;
  readonly range = signal<RangeChange>({ time_range: 'last_7_days' });
  readonly notice = signal('Choose an hour of the heatmap, or a contact.');
  readonly expired = signal(false);

  change({ detail }: CustomEvent<RangeChange>): void {
    this.range.set(detail);
  }

  /** Templates know this event, which each element gives another detail, as an Event alone. */
  choose(event: Event): void {
    const { detail } = event as CustomEvent<HourSelection>;
    this.notice.set(`Weekday ${detail.weekday}, ${detail.hour}:00, calls: ${detail.count}`);
  }

  /** The page has a router of its own, so the browser is not to follow the link. */
  navigate(event: Event): void {
    event.preventDefault();
    const { detail } = event as CustomEvent<ActivityNavigation>;
    this.notice.set(`Now the CRM would open ${detail.href}`);
  }

  async signIn(provider: StatsProvider): Promise<void> {
    this.expired.set(false);
    await provider.refresh();
  }
}
