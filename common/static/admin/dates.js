// A date that is not one stays as it was typed, so that the form can say so; the picker would put today in its place.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
