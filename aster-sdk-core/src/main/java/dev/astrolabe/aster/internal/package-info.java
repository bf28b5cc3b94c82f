/**
 * AsterDex futures: endpoints, payloads and mapping. For AsterDex's own modules; nothing here is promised to anyone else.
 */
@NullMarked
package dev.astrolabe.aster.internal;

import org.jspecify.annotations.NullMarked;
