import { css } from 'lit';

export const channelIconStyles = css`
  .channel {
    --_channel: var(--_other);
    align-items: center;
    background: color-mix(in srgb, var(--_channel) 13%, transparent);
    block-size: 28px;
    border-radius: 50%;
    color: var(--_channel);
    display: inline-flex;
    flex: none;
    inline-size: 28px;
    justify-content: center;
  }

  .channel.calls {
    --_channel: var(--_calls);
  }

  .channel.sms {
    --_channel: var(--_sms);
  }

  .channel.email {
    --_channel: var(--_email);
  }

  .channel > .icon {
    block-size: 15px;
    inline-size: 15px;
  }

  @media (forced-colors: active) {
    .channel {
      background: none;
      color: CanvasText;
    }
  }
`;
