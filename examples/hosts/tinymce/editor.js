// The editor as a newsroom may have it; nothing of Crossread is in here.
export const [editor] = await window.tinymce.init({
  selector: '#draft',
  license_key: 'gpl',
  plugins: 'lists',
  toolbar: 'undo redo | blocks | bold italic | bullist numlist blockquote',
  menubar: false,
  promotion: false,
  height: 640,
});
