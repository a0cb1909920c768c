import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import * as values from '../../checks/values.js';

@Component({
  selector: 'host-checks',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './host-checks.html',
})
export class HostChecks {
  readonly values = values;
  readonly step = signal(0);
  readonly range = signal('today');

  tell(event: Event): void {
    if (this.step() < 2) values.tellerAt(this.step())(event as CustomEvent);
  }

  preventAtFirst(event: Event): void {
    if (this.step() === 0) event.preventDefault();
  }
}
