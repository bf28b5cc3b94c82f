/**
 * Trading agents: what they are chartered to do, what they see, and what they propose.
 */
@NullMarked
package dev.astrolabe.agents;

import org.jspecify.annotations.NullMarked;
