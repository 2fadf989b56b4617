import { type Place, Place as PlaceShape } from '../../../schemas/timeline.ts';
import { cut, plainText } from '../plain-text.ts';

type Given = {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
};

/** A place on Earth, or undefined for numbers that are none. */
export function placeOf({ latitude, longitude, name, address }: Given): Place | undefined {
  const named = cut(plainText(name ?? ''), 200);
  const lies = cut(plainText(address ?? ''), 300);
  return PlaceShape.safeParse({
    latitude,
    longitude,
    ...(named !== '' && { name: named }),
    ...(lies !== '' && { address: lies }),
  }).data;
}
