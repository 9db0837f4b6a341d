"use strict";
/** The shapes of the groups, one drawing for canvas and page. A shape fits into a circle of radius 7 around 0,0. */
Chronotope.glyphs = (() => {
  const SHAPES = {
    diamond: "M0-7L7 0L0 7L-7 0Z",
    triangle: "M0-6.6L6.8 5.4H-6.8Z",
    square: "M-5.4-5.4H5.4V5.4H-5.4Z",
    circle: "M-6 0A6 6 0 1 1 6 0A6 6 0 1 1-6 0Z",
    cross: "M-2.3-6.6H2.3V-2.3H6.6V2.3H2.3V6.6H-2.3V2.3H-6.6V-2.3H-2.3Z",
    ring: "M-6.4 0A6.4 6.4 0 1 1 6.4 0A6.4 6.4 0 1 1-6.4 0ZM-3 0A3 3 0 1 0 3 0A3 3 0 1 0-3 0Z",
  };
  /** @type {Map<string, Path2D>} */
  const paths = new Map();

  /** @param {string} code a group @returns {string} the outline as SVG path data */
  const outline = (code) => SHAPES[Chronotope.events.group(code).glyph] || SHAPES.ring;

  /** @param {string} code a group */
  function path(code) {
    if (!paths.has(code)) paths.set(code, new Path2D(outline(code)));
    return /** @type {Path2D} */ (paths.get(code));
  }

  /**
   * Draw a group's glyph. Filled where the place is known to a point, hollow where it is an area.
   * @param {CanvasRenderingContext2D} canvas
   * @param {{code: string, x: number, y: number, size: number, hollow?: boolean, colour: string, halo: string}} how
   */
  function draw(canvas, how) {
    canvas.save();
    canvas.translate(how.x, how.y);
    canvas.scale(how.size / 14, how.size / 14);
    canvas.lineJoin = "round";
    canvas.strokeStyle = how.halo;
    canvas.lineWidth = (how.hollow ? 6 : 3) * (14 / how.size);
    canvas.stroke(path(how.code));
    canvas.fillStyle = how.hollow ? how.halo : how.colour;
    canvas.fill(path(how.code), "evenodd");
    if (how.hollow) {
      canvas.strokeStyle = how.colour;
      canvas.lineWidth = 2 * (14 / how.size);
      canvas.stroke(path(how.code));
    }
    canvas.restore();
  }

  return { outline, draw };
})();
