<?php
// A meta box where the address asks for one: with it the block editor has its canvas in the page, without in a frame.
add_action( 'add_meta_boxes', function () {
	if ( isset( $_GET['metabox'] ) ) {
		add_meta_box( 'desk', 'Desk', function () {
			echo 'Notes of the desk';
		}, 'post' );
	}
} );
