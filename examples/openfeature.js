// OpenFeature's server SDK over the same config: Sluice is the provider, and the application knows only OpenFeature.
//   node examples/openfeature.js
import { OpenFeature, ProviderEvents } from '@openfeature/server-sdk'
import { SluiceProvider } from 'sluice/openfeature'

const provider = new SluiceProvider(`${import.meta.dirname}/sluice.yaml`, {
  onTrack: (name, context, details) => console.log('track', name, context.targetingKey, details),
  // A changed file that is not valid, with all its problems. The last good config keeps deciding.
  onError: error => console.error(error.message),
})

const client = OpenFeature.getClient()
client.addHandler(ProviderEvents.Ready, () => console.log('ready'))
client.addHandler(ProviderEvents.Stale, details => console.error('stale', details?.message))
client.addHandler(ProviderEvents.ConfigurationChanged, details => {
  console.log('changed', details?.flagsChanged)
})

// Rejects where the config is not valid: its message says file, line and column.
await OpenFeature.setProviderAndWait(provider)

// What holds for every evaluation of this process.
OpenFeature.setContext({ country: 'FR' })

const ada = { targetingKey: 'user-1', email: 'ada@parcelo.example', plan: 'enterprise' }
console.log('editor', await client.getBooleanValue('label-editor', false, ada))
console.log('upload', await client.getNumberValue('upload-limit-mb', 1, ada), 'MB')

// Objects are frozen, and the same each time: copy one to change it.
const carrier = structuredClone(await client.getObjectValue('carrier', {}, ada))
carrier.maxKg -= 5
console.log('carrier', carrier.name, carrier.maxKg, 'kg')

// The whole answer. An evaluation never rejects: the default comes back, with an error code.
const { variant, reason, flagMetadata } = await client.getBooleanDetails('label-editor', false, ada)
console.log('details', variant, reason, flagMetadata.team)
const { value, errorCode } = await client.getNumberDetails('label-format', 7, ada)
console.log('error', value, errorCode)

client.track('label-printed', ada, { value: 3 })

// Closes the engine, which the provider opened.
await OpenFeature.close()
