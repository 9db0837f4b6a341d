"use strict";
/**
 * One spelling for search: without case, vowel signs and accents; Arabic letter forms that readers mix are one, and so are digits.
 * @param {string} text
 */
Chronotope.fold = (text) => text
  .replace(/İ|I/g, "i").replace(/ı/g, "i")
  .toLowerCase()
  .normalize("NFKD")
  .replace(/[\p{M}\u0640\u200c-\u200f]/gu, "")
  .replace(/[\u0671]/g, "\u0627")
  .replace(/[\u0649\u06cc]/g, "\u064a")
  .replace(/\u06a9/g, "\u0643")
  .replace(/[\u0629\u06d5\u06c0]/g, "\u0647")
  .replace(/ə/g, "a")
  .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
  .replace(/\s+/g, " ")
  .trim();
