"use strict";
/** Outlines as they come (basemap.py says how) and as GeoJSON. */
Chronotope.outlines = (() => {
  const DEGREE = 1000;

  /** @param {any[]} packed */
  function collection(packed) {
    return { type: "FeatureCollection", features: packed.map(feature) };
  }

  /** @param {{area: boolean, parts: number[][][]}} packed */
  function feature({ area, parts, ...properties }) {
    const coordinates = parts.map((lines) => lines.map(points));
    const geometry = area ? { type: "MultiPolygon", coordinates } : { type: "MultiLineString", coordinates: coordinates.map(([line]) => line) };
    return { type: "Feature", properties, geometry };
  }

  /** @param {number[]} steps @returns {[number, number][]} longitude and latitude */
  function points(steps) {
    const found = [];
    for (let i = 0, lon = 0, lat = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      found.push([lon / DEGREE, lat / DEGREE]);
    }
    return found;
  }

  return { collection };
})();
