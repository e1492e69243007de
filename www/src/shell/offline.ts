/** The only address that a service worker of this page may come from. The policy asks for it to be named. */
const workerUrl = "./service-worker.js";

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/**
 * Makes the page work without network, and tells when a newer one waits. What is given to the listener makes the newer
 * one take over, which loads the page anew.
 */
export async function workOffline(onNewer: (takeOver: () => void) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  let asked = false;
  // Only when the user asked: the first worker of all takes over too, and nobody wants a reload then.
  serviceWorker.addEventListener("controllerchange", () => asked && location.reload());
  // Where the browser allows no worker, the page works all the same as long as there is a network.
  const registration = await serviceWorker.register(trusted(workerUrl)).catch(() => undefined);
  if (registration === undefined) return;
  const offer = (worker: ServiceWorker): void =>
    onNewer(() => {
      asked = true;
      worker.postMessage("takeOver");
    });
  if (registration.waiting !== null && serviceWorker.controller !== null) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && serviceWorker.controller !== null) offer(worker);
    });
  });
}

/** Browsers with Trusted Types take nothing but an address that a named policy has vouched for. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("nextsale-worker", {
    createScriptURL(asked) {
      if (asked !== workerUrl) throw new TypeError(`no worker comes from ${asked}`);
      return asked;
    },
  });
  return policy === undefined ? url : policy.createScriptURL(url);
}
