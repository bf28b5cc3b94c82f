/**
 * AsterDex futures over v1, signed by HMAC: {@link dev.astrolabe.aster.hmac.AsterHmac} opens a client.
 */
@NullMarked
package dev.astrolabe.aster.hmac;

import org.jspecify.annotations.NullMarked;
