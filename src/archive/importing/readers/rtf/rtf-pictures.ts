import { FlatDocument } from '../office/flat-document';
import { ofHex } from './hex-bytes';
import type { RtfGroups } from './rtf-groups';
import type { PictureData } from './rtf-state';

/** `\pict`: the picture is part of the document when its group closes. */
export function beginPicture(groups: RtfGroups): void {
  const { state } = groups;
  const { sink, hidden, change, shape } = state;
  const into = sink instanceof FlatDocument ? sink : documentAround(groups);
  const picture: PictureData = { parts: [], isHex: true, altText: '' };
  state.mode = 'picture';
  state.picture = picture;
  state.shape = null;
  state.close = () => {
    if (into === null || hidden || change === 'deleted' || picture.parts.length === 0) return;
    const bytes = picture.isHex
      ? ofHex(picture.parts)
      : new Uint8Array(Buffer.concat(picture.parts));
    into.picture({ name: '', bytes }, picture.altText || (shape?.altText ?? ''));
  };
}

/** A picture of a shape is the value of one of its properties. */
function documentAround(groups: RtfGroups): FlatDocument | null {
  if (groups.state.shape === null) return null;
  for (let levels = 1; ; levels++) {
    const state = groups.around(levels);
    if (state === undefined) return null;
    if (state.sink instanceof FlatDocument) return state.sink;
    if (state.sink === null) return null;
  }
}

/** The name or the value of a property of a shape or a picture; its description is one. */
export function beginProperty(groups: RtfGroups, part: 'sn' | 'sv'): void {
  const { state } = groups;
  const { picture } = state;
  const shape = (state.shape ??= { altText: '', property: '' });
  // A picture's property belongs to the picture.
  state.mode = 'text';
  const outer = groups.around(1);
  if (outer !== undefined) outer.shape = shape;
  groups.collect((text) => {
    if (part === 'sn') shape.property = text.trim();
    else if (shape.property === 'wzDescription') {
      shape.altText = text;
      if (picture !== null) picture.altText = text;
    }
  });
}
