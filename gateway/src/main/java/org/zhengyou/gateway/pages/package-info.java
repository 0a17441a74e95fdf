/** What a browser is given: the page of the console, and what a page may do. */
@NullMarked
package org.zhengyou.gateway.pages;

import org.jspecify.annotations.NullMarked;
