import { feideService, type FeideService } from './feide.ts';
import {
  openIdentityProvider,
  type IdentityProvider,
  type IdentityProviderSettings,
} from './identity-provider.ts';

/** A client at an OpenID provider, as the provider's own pages name its parts. */
export type ProviderClient = Pick<IdentityProviderSettings, 'issuer' | 'clientId' | 'clientSecret'>;

export type IdentityProviders = {
  /** The address of this installation as its users type it. */
  readonly publicUrl: string;
  /** Where a provider sends people back to: what is registered with it. */
  readonly redirectUri: string;
  /** Where a provider sends people back to who have signed out there: registered with it too. */
  readonly signedOutUri: string;
  readonly feide: FeideService;
  /** By which everyone signs in, whatever owners have stored: the demo's. */
  readonly only: IdentityProvider | undefined;
  /** The provider of a client; what was discovered is kept for as long as the client is the same. */
  readonly of: (client: ProviderClient) => IdentityProvider;
};

export const openIdentityProviders = (
  publicUrl: string,
  {
    only,
    feide = feideService,
  }: { readonly only?: IdentityProvider; readonly feide?: FeideService | undefined } = {},
): IdentityProviders => {
  const redirectUri = `${publicUrl}/api/v1/sign-in/callback`;
  const signedOutUri = `${publicUrl}/`;
  const kept = new Map<string, { readonly secret: string; readonly provider: IdentityProvider }>();
  return {
    publicUrl,
    redirectUri,
    signedOutUri,
    feide,
    only,
    of: (client) => {
      const key = `${client.issuer} ${client.clientId}`;
      const known = kept.get(key);
      if (known?.secret === client.clientSecret) return known.provider;
      const provider = openIdentityProvider({ ...client, redirectUri, signedOutUri, feide });
      kept.set(key, { secret: client.clientSecret, provider });
      return provider;
    },
  };
};
