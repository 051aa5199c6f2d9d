/**
 * What Chrome 114 and Node 18 lack of what pages and main side use (Electron 45 has Chrome 15x and Node 24). Stands before
 * every script of the pages, and is the first thing the main side loads.
 */
Promise.withResolvers ??= function withResolvers() {
  let resolve
  let reject
  const promise = new this((fulfil, refuse) => {
    resolve = fulfil
    reject = refuse
  })
  return { promise, resolve, reject }
}
URL.canParse ??= (address, base) => {
  try {
    return Boolean(new URL(address, base))
  } catch {
    return false
  }
}
{
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()))
  const helpers = {
    *map(change) {
      let at = 0
      for (const one of this) yield change(one, at++)
    },
    *filter(holds) {
      let at = 0
      for (const one of this) if (holds(one, at++)) yield one
    },
    *flatMap(change) {
      let at = 0
      for (const one of this) yield* change(one, at++)
    },
    *take(count) {
      let left = count
      if (left > 0)
        for (const one of this) {
          yield one
          left -= 1
          if (left <= 0) return
        }
    },
    *drop(count) {
      let left = count
      for (const one of this) if (left-- <= 0) yield one
    },
    toArray() {
      return [...this]
    },
    forEach(visit) {
      let at = 0
      for (const one of this) visit(one, at++)
    },
    some(holds) {
      for (const one of this) if (holds(one)) return true
      return false
    },
    every(holds) {
      for (const one of this) if (!holds(one)) return false
      return true
    },
    find(holds) {
      for (const one of this) if (holds(one)) return one
      return undefined
    },
    reduce(join, ...first) {
      return [...this].reduce(join, ...first)
    },
  }
  for (const [name, value] of Object.entries(helpers)) {
    if (!(name in iterator)) Object.defineProperty(iterator, name, { value, writable: true, configurable: true })
  }
}
