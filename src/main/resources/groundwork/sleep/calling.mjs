// How AWS is called: connecting, waiting for an answer and repeating have limits of their own.

export const calling = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
};

/** @template T @param {T[]} all @param {number} size @returns {T[][]} */
export function chunks(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

/** What fails is unknown, and is logged. @template T @param {string} what @param {Promise<T>} asked @returns {Promise<T | undefined>} */
export async function ifKnown(what, asked) {
  try {
    return await asked;
  } catch (error) {
    console.warn(`${what} is unknown: ${error}`);
    return undefined;
  }
}
