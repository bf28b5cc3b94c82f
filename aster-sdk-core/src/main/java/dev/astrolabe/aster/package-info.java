/**
 * The native face of the AsterDex futures client: what AsterDex has and other exchanges have not.
 */
@NullMarked
package dev.astrolabe.aster;

import org.jspecify.annotations.NullMarked;
