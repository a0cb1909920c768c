import { css } from 'lit';

/**
 * Colours of channels, for the elements that draw them. They follow `color-scheme` and hold 3:1 against
 * white and against near-black.
 */
export const channelTokens = css`
  :host {
    --_calls: var(--inlay-color-calls, light-dark(#c98000, #f59e0b));
    --_sms: var(--inlay-color-sms, #3b82f6);
    --_email: var(--inlay-color-email, light-dark(#059669, #10b981));
    --_other: var(--inlay-color-other, light-dark(#ea580c, #f97316));
  }

  @media (forced-colors: active) {
    :host {
      --_calls: CanvasText;
      --_sms: Highlight;
      --_email: LinkText;
      --_other: GrayText;
    }
  }
`;
