<?php
/**
 * Plugin Name: Crossread
 * Description: Compares the draft with what others report, beside the text; shows the comparison with the post if you want it.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 */
defined( 'ABSPATH' ) || exit;

const CROSSREAD_KEPT = '_crossread'; // the post meta that holds a comparison: what panel.save() wrote
const CROSSREAD_MOST = 4000000; // characters of it

add_action( 'init', function () {
	register_post_meta( '', CROSSREAD_KEPT, array(
		'type'              => 'string',
		'single'            => true,
		// It has the sources' full texts: only who may edit the post gets it from the REST API.
		'show_in_rest'      => array( 'schema' => array( 'context' => array( 'edit' ), 'maxLength' => CROSSREAD_MOST ) ),
		'auth_callback'     => fn( $allowed, $key, $post ) => current_user_can( 'edit_post', $post ),
		// Without a <, which stands in strings alone: WordPress writes the editor's data into a script of its page as it is.
		'sanitize_callback' => fn( $json ) => 1 === ( json_decode( $json )->report->schemaVersion ?? 0 ) ? str_replace( '<', '\u003c', $json ) : '',
	) );
} );

// Both are modules, which WordPress has no function for before 6.5.
add_filter( 'script_loader_tag', fn( $tag, $handle, $src ) => 0 === strpos( $handle, 'crossread-' )
	? wp_get_script_tag( array( 'type' => 'module', 'src' => $src, 'id' => "$handle-js" ) ) : $tag, 10, 3 );

add_action( 'enqueue_block_editor_assets', function () {
	if ( 'post' === get_current_screen()->base ) {
		$needs = array( 'wp-blocks', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-element', 'wp-i18n', 'wp-plugins', 'wp-rich-text' );
		wp_enqueue_script( 'crossread-editor', plugins_url( 'editor.js', __FILE__ ), $needs, '0.1.0', true );
	}
} );

// [crossread] or [crossread post=17]: the comparison that is kept with a post, to read.
add_shortcode( 'crossread', function ( $given ) {
	$here = get_the_ID();
	$post = (int) ( $given['post'] ?? $here );
	$kept = json_decode( get_post_meta( $post, CROSSREAD_KEPT, true ) );
	$seen = ( is_post_publicly_viewable( $post ) || current_user_can( 'read_post', $post ) ) && ! post_password_required( $post );
	// Of another post, only if who wrote this one might have published that one's.
	$ours = $post === $here || user_can( (int) get_post_field( 'post_author', $here ), 'edit_post', $post );
	if ( ! $kept || ! $seen || ! $ours ) {
		return '';
	}
	wp_enqueue_script( 'crossread-published', plugins_url( 'published.js', __FILE__ ), array(), '0.1.0', true );
	// At the foot of the page no filter of the content changes a word of it. No < of an article is one of the page's.
	add_action( 'wp_footer', function () use ( $post, $kept ) {
		wp_print_inline_script_tag( wp_json_encode( $kept, JSON_HEX_TAG | JSON_HEX_AMP ), array( 'type' => 'application/json', 'id' => "crossread-$post" ) );
	} );
	return "<crossread-panel readonly data-kept='crossread-$post'></crossread-panel>";
} );
