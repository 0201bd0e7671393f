// The button that marks a term in running text, and how a marked term looks in the editor.
(() => {
  const { draftail, React, wagtail } = window;

  class TermSource extends draftail.ModalWorkflowSource {
    getChooserConfig(_entity, selected) {
      const url = new URL(this.props.entityType.chooserUrls.termChooser, window.location.href);
      if (selected.trim()) url.searchParams.set("q", selected.trim().slice(0, 60));
      return {
        url: url.pathname + url.search,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(data) {
      return { key: data.key, title: data.title };
    }
  }

  const Term = (props) => {
    const { key, title } = props.contentState.getEntity(props.entityKey).getData();
    const gone = key && !title;
    return React.createElement(draftail.TooltipEntity, {
      ...props,
      icon: React.createElement(wagtail.components.Icon, { name: gone ? "warning" : "openquote" }),
      label: title || props.children?.[0]?.props?.text || "?",
    });
  };

  draftail.registerPlugin({ type: "TERM", source: TermSource, decorator: Term }, "entityTypes");
})();
