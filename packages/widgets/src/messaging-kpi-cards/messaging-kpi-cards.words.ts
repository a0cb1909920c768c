import { section } from '../shared/wording.js';

export const messagingKpiCardsWords = section('messagingKpiCards', {
  label: 'Message figures',
  total: 'Total messages',
  of: (count: string, channel: string) => `${count} ${channel}`,
  channels: { sms: 'SMS', email: 'email', other: 'other' },
  deliveryRate: 'Delivery rate',
  delivered: 'Delivered or read',
  noDelivery: 'No outbound message has reached its end yet.',
  split: 'Inbound and outbound',
  inbound: 'inbound',
  outbound: 'outbound',
  inboundMessages: 'Inbound messages',
  outboundMessages: 'Outbound messages',
  things: 'messages',
});
