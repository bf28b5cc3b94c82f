/** OKX v5 behind the neutral interface; holds no type yet. */
@NullMarked
package dev.astrolabe.okx;

import org.jspecify.annotations.NullMarked;
