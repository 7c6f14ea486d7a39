// Which colour and place a monitor channel has, by the convention of bedside monitors.

const colours: { readonly [channel: string]: string } = {
  hr: 'text-channel-hr',
  map: 'text-channel-pressure',
  sbp: 'text-channel-pressure',
  dbp: 'text-channel-pressure',
  bp: 'text-channel-pressure',
  spo2: 'text-channel-spo2',
  rr: 'text-channel-rr',
  etco2: 'text-channel-rr',
  temp: 'text-channel-temperature',
  temperature: 'text-channel-temperature',
  uo: 'text-channel-urine',
  urine: 'text-channel-urine',
};

const order = [
  'hr',
  'sbp',
  'map',
  'dbp',
  'spo2',
  'rr',
  'etco2',
  'temp',
  'temperature',
  'uo',
  'urine',
  'gcs',
  'pain',
];

export const channelColour = (channel: string): string => colours[channel] ?? 'text-channel-other';

/** Position on the monitor: known channels first, others after them. */
export const channelPlace = (channel: string): number => {
  const place = order.indexOf(channel);
  return place < 0 ? order.length : place;
};
