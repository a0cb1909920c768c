import { Component } from '@angular/core';

@Component({
  selector: 'theme-select',
  template: `<label>
    Theme
    <select #theme (change)="apply(theme.value)">
      <option value="auto">Auto</option>
      <option value="light">Light</option>
      <option value="dark">Dark</option>
    </select>
  </label>`,
})
export class ThemeSelect {
  /** The elements follow the page's `color-scheme`, which page.css sets by this attribute. */
  apply(theme: string): void {
    document.documentElement.dataset['theme'] = theme;
  }
}
