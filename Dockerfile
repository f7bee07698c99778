# Not built by the tests: they have no container engine.
FROM node:20-bookworm-slim
WORKDIR /app
COPY . .
RUN npm ci && npm run build:h5 && npm run build:desk && mkdir /photos && chown -R node:node /app /photos
ENV HOST=0.0.0.0 PORT=3000
USER node
EXPOSE 3000
CMD ["npm", "start"]
