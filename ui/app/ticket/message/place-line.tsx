import type { Place } from '../../../../schemas/timeline.ts';
import { Icon } from '../../../parts/icon.tsx';
import { texts } from '../../../texts/texts.ts';

/** A map of nobody's choosing would tell strangers where the customer is, so it opens only when asked for. */
const mapOf = ({ latitude, longitude }: Place) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;

export const PlaceLine = ({ place }: { place: Place }) => {
  const { said } = texts.value;
  const name = [place.name, place.address].filter(Boolean).join(', ');
  return (
    <p class="place">
      <Icon name="pin" /> <b>{name || said.place}</b>{' '}
      <span class="hint">
        {place.latitude.toFixed(5)}, {place.longitude.toFixed(5)}
      </span>{' '}
      <a href={mapOf(place)} target="_blank" rel="noopener noreferrer">
        {said.openMap}
      </a>
    </p>
  );
};
