import { css } from 'lit';

export const styles = css`
  .status {
    margin-block-start: var(--_space-1);
  }

  .body > .message {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }

  :host([bare]) .body > .message {
    border: 0;
  }
`;
